import { memoryStore } from '../../prove/bulletins/memory-store.ts';
import { describeBulletinStore } from '../bulletins/store-contract.ts';

describeBulletinStore('bulletins in memory', async () => memoryStore());
