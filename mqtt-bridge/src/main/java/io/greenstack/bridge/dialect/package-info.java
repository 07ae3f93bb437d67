/**
 * Adapters for what others publish: each turns a foreign message into messages on the topics of this suite, which then take
 * the one pipeline of everything else. The foreign message is acknowledged only after the broker has those.
 */
package io.greenstack.bridge.dialect;
