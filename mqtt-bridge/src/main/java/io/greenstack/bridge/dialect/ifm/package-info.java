/** IO-Link masters of ifm, which publish what a subscription to their IoT core collects. */
package io.greenstack.bridge.dialect.ifm;
