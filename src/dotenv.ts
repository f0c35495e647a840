import { config } from 'dotenv';

/** Adds the settings of a `.env` file in the working folder, if there is one, to the environment. */
export function loadDotenv(): void {
  config({ quiet: true });
}
