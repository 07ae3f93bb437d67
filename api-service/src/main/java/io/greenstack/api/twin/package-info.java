/**
 * Twins of devices: what is wanted and what is reported. PostgreSQL is the source of truth; Redis has a copy for readers, and
 * the broker has the wanted values as retained messages. Both are brought up to date after the commit, and again after they
 * were away.
 */
package io.greenstack.api.twin;
