import fc from 'fast-check';

// The same generated cases at every run: a failure belongs to the change that made it. FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
