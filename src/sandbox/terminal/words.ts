/** What the terminal itself says. */

export const words = {
  welcome: (bot: string, person: string) =>
    `You are ${person}, writing to ${bot}. Plain text is a direct message; "help" tells the rest; Ctrl-D ends.`,
  offline: (bot: string) => `${bot} is not there (yet).`,
  help: (
    bot: string,
    commands: readonly string[],
    people: readonly string[],
    channels: readonly string[],
  ) => [
    `any text           a message: to ${bot}, or into the channel you are in`,
    `/command …         a command: ${commands.join(', ') || 'none is registered'}`,
    '                   free text goes to its first option, others as name:value',
    '1                  presses button 1 of the last message; "1 2" chooses option 2 of menu 1',
    '#3 1               presses button 1 of message #3',
    '!3 Name            uses a command of the menu of message #3; "!3" lists them',
    '>3 text            replies to message #3',
    `as NAME            makes you somebody else: ${people.join(', ')}`,
    `in PLACE           goes to a channel: ${channels.join(', ')}`,
    'Ctrl-D             ends',
  ],
  nowAs: (person: string) => `You are ${person} now.`,
  nowIn: (place: string) => `You are in ${place} now.`,
  directMessages: (bot: string) => `direct messages with ${bot}`,
  noAnswer: 'No answer came.',
  stillThinking: 'The answer is still being thought about.',
  onlyYou: 'only you can see this',
  changed: 'changed',
  removed: (number: number) => `Message #${number} was removed.`,
  attachment: (name: string, bytes: number, url: string) => `[file ${name}, ${bytes} bytes: ${url}]`,
  noSuchMessage: (number: number) => `There is no message #${number}.`,
  noSuchControl: (number: number) => `There is no button or menu ${number}.`,
  menuOf: (number: number, names: readonly string[]) =>
    `Commands for message #${number}: ${names.join(', ') || 'none'}.`,
  chooseFrom: (placeholder: string, options: readonly string[]) => [
    `${placeholder} – choose by number, several with commas:`,
    ...options.map((option, index) => `  ${index + 1}  ${option}`),
  ],
  unknownChoice: (given: string) => `There is no choice "${given}".`,
  noSuchFile: (path: string) => `The file ${path} cannot be read.`,
  noSuchName: (name: string) => `There is nobody and nothing called "${name}" here.`,
  form: (title: string) =>
    `${title} – one line for each field, an empty line keeps what stands there, "." cancels:`,
  field: (label: string, description: string | null, standing: string, required: boolean) =>
    `${label}${required ? '' : ' (optional)'}${description ? ` – ${description}` : ''}${standing ? ` [${standing}]` : ''}`,
  yesOrNo: 'y or n',
  filePaths: 'paths of files, with commas',
  formCancelled: 'The form was closed.',
  menuLabel: (number: number, placeholder: string) => `[${number}] ${placeholder} ▾`,
  button: (number: number, label: string) => `[${number}] ${label}`,
  disabled: (label: string) => `(${label})`,
  link: (label: string, url: string) => `${label}: ${url}`,
} as const;
