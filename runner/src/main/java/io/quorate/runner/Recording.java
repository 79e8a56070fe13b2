package io.quorate.runner;

import io.quorate.nemesis.Schedule;

/**
 * What a run left behind beside its history.
 *
 * @param ending how it ended
 * @param executed the schedule as it was executed, with the targets by name; replayable
 */
public record Recording(Ending ending, Schedule executed) {}
