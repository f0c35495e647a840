import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options and words given, or what is wrong with them, in a sentence for the person who typed them. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
