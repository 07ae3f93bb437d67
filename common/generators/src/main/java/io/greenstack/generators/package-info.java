/** Makes files for other tools out of a device description: flows, dashboards, alert rules, PLC code, client code. Plain Java. */
package io.greenstack.generators;
