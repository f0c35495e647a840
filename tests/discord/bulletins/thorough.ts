/** True when the suite runs for `npm run prove -- crashes`, which takes its time. */
export const thorough = process.env.VERBATIM_PROVE === 'thorough';
