/** How EDS files differ, and what that means for decoded values. Plain Java; nothing here knows of HTTP or SQL. */
package io.greenstack.descriptions.eds.compare;
