/** From an alert to what is sent of it, byte for byte: no network, no clock but the caller's. */
package io.banwatch.webhook;
