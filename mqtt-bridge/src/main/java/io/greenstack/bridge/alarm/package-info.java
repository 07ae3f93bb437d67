/**
 * Alarm rules, evaluated where the values pass. Rules come from the api-service through Redis, how far the alarms of a device are is
 * kept in Redis, and what comes or goes waits there until the api-service has stored it: a bridge needs no api-service for it, and
 * several bridges raise an alarm once.
 */
package io.greenstack.bridge.alarm;
