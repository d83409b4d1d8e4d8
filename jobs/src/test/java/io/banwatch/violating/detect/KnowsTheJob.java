package io.banwatch.violating.detect;

import io.banwatch.violating.flow.KnowsTheCommandLine;

/** Breaks the arrow from the job to the signals. */
public interface KnowsTheJob {
  KnowsTheCommandLine job();
}
