/** What goes over the broker, for people who watch, and what the broker and the bridge say of themselves. */
package io.greenstack.bridge.traffic;
