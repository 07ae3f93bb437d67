/** Tables that people take along, and how they are written. */
package io.greenstack.api.table;
