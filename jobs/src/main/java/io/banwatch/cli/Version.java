package io.banwatch.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest carries. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Banwatch.class.getPackage().getImplementationVersion();
    return new String[] {"banwatch " + (version == null ? "(not from a jar)" : version)};
  }
}
