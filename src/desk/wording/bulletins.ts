import type { Problem } from '../../bulletins/bulletin.ts';
import type { Mark } from '../../bulletins/platform.ts';

/**
 * What the bot says about bulletins, in English. Words that somebody typed come escaped for the platform; `time` turns
 * an instant into what the platform shows as a time.
 */
export const bulletins = {
  /** Stands below a post's text. */
  mark(mark: Mark, time: (at: number) => string): string {
    switch (mark.kind) {
      case 'late':
        return `Posted late: this was due ${time(mark.due)}.`;
      case 'corrected':
        return `Corrected ${time(mark.at)}.`;
      case 'retracted':
        return `Retracted ${time(mark.at)}.`;
    }
  },

  /** Why a bulletin did not go out, or is held. */
  problem(problem: Problem): string {
    switch (problem.kind) {
      case 'late':
        return 'It is more than an hour late, so it was not posted. A moderator can still post it, or discard it.';
      case 'unclear':
        return 'Discord did not say whether it was posted. Please look in the channel before you post it again.';
      case 'altered':
        return 'Discord stored other words than were approved. They stand in the channel: keep them or retract them.';
      case 'unapproved':
        return 'What was to be posted is not what was approved, so it was not posted.';
      case 'deleted':
        return 'The message is not there any more: somebody deleted it.';
      case 'overtaken':
        return 'The bulletin it corrects has been retracted meanwhile.';
      case 'channel-gone':
        return 'The channel does not exist any more, or I cannot see the server.';
      case 'missing-permissions':
        return `I am missing permissions in the channel: ${problem.permissions.map(permissionName).join(', ')}.`;
      case 'rights-lost':
        return 'Whoever wrote or approved it is not a moderator in that channel any more.';
      case 'rejected':
        return `Discord refused it (code ${problem.detail}).`;
    }
  },

  /** A direct message to the author. */
  told: (bulletin: string, problem: Problem) =>
    `Your bulletin needs you. ${bulletins.problem(problem)}\nSee it with /announce show ${bulletin}.`,

  askAbout: 'Ask about this',

  /** Takes a retracted post's place. */
  retracted: (title: string, reason: string) => `**Retracted:** ${title}\nReason: ${reason}`,
};

/** A permission as Discord's settings call it: "SendMessages" is "Send Messages". */
function permissionName(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
