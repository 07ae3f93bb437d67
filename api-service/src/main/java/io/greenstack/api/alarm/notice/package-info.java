/** Tells people of alarms: over webhooks and by e-mail, in groups, again, and to others when nobody acts. */
package io.greenstack.api.alarm.notice;
