/** Gateways' log formats: from the bytes of one JSON value to one normalised event. */
package io.banwatch.gateway;
