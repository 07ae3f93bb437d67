/** Dashboards and alert rules of Grafana. */
package io.greenstack.generators.grafana;
