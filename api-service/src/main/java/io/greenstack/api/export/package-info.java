/** Tables to take along: parameters, process data, events and history as JSON, CSV and XLSX. */
package io.greenstack.api.export;
