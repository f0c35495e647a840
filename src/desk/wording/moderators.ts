/** What anybody is told who wants what only moderators may have. */
export const moderators = {
  onlyInServers: 'This works only in a server that I am a member of.',
  onlyModerators:
    'Only moderators can do this: people who may manage messages here, or who have the role chosen in the settings.',
} as const;
