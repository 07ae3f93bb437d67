/** Masters with the IoT core of ifm. */
package io.greenstack.bridge.master.ifm;
