package io.banwatch.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What a piece of work took.
 *
 * @param seconds wall time
 * @param cpuSeconds processor time of all threads of this process, compiling and garbage collection
 *     included
 */
record Cost(double seconds, double cpuSeconds) {
  private static final double NANOS = 1e9;

  /** Work and what it took. */
  record Of<T>(T result, Cost cost) {}

  /** Measures. */
  static <T> Of<T> of(Callable<T> work) throws Exception {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpuBegan = process.getProcessCpuTime();
    long began = System.nanoTime();
    T result = work.call();
    double seconds = (System.nanoTime() - began) / NANOS;
    double cpuSeconds = (process.getProcessCpuTime() - cpuBegan) / NANOS;
    return new Of<>(result, new Cost(seconds, cpuSeconds));
  }

  /** Without a part of it; never less than nothing. */
  Cost without(Cost part) {
    return new Cost(Math.max(0, seconds - part.seconds), Math.max(0, cpuSeconds - part.cpuSeconds));
  }
}
