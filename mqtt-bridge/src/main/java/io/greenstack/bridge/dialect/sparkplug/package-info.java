/** Sparkplug B (Eclipse Sparkplug 3.0): birth, data and death certificates of edge nodes and their devices. */
package io.greenstack.bridge.dialect.sparkplug;
