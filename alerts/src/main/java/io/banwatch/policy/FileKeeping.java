package io.banwatch.policy;

import java.io.Serializable;

/**
 * When a file that grows is closed and how long it is kept then.
 *
 * @param rotateMegabytes closed when this large, in megabytes of 10^6 bytes, 1 to 10,000
 * @param rotateHours closed when this old, 1 to 8,760
 * @param keepDays removed this long after it was closed, 1 to 3,650
 */
public record FileKeeping(int rotateMegabytes, int rotateHours, int keepDays)
    implements Serializable {}
