import { describeBulletinStore } from '../bulletins/store-contract.ts';
import { freshFile, storeAt } from './fresh-store.ts';

describeBulletinStore('bulletins in the database', async () => (await storeAt(await freshFile())).bulletins);
