package io.banwatch.violating.flow;

import io.banwatch.violating.cli.KeyManager;

/** Breaks the arrow from the command line to the job. */
public interface KnowsTheCommandLine {
  KeyManager commandLine();
}
