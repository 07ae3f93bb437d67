/** What holds the bridge together: its lanes, its dialects, health. */
package io.greenstack.bridge.platform;
