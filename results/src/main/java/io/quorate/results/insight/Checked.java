package io.quorate.results.insight;

import io.quorate.checker.Analysis;

/**
 * What was found out about a history that belongs to no run.
 *
 * @param analysis what the checker says of it
 * @param insights what was found out beside it
 */
public record Checked(Analysis analysis, Insights insights) {}
