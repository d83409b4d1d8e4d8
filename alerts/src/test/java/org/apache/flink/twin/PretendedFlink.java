package org.apache.flink.twin;

/** Stands for a class of Flink's, which is not on this module's class path. */
public interface PretendedFlink {}
