package io.banwatch.tell;

import java.io.Serializable;

/**
 * What deliveries open themselves with.
 *
 * @param whoIsTold names receivers and silences
 * @param courier brings messages to receivers
 * @param schedule when failed ones are tried again
 * @param mostWaiting so many changes wait for one receiver at most
 * @param notices the name under which {@link Notices} knows who tells a person, or null
 */
record DeliverySettings(
    WhoIsTold whoIsTold,
    Courier.Maker courier,
    RetrySchedule schedule,
    int mostWaiting,
    String notices)
    implements Serializable {}
