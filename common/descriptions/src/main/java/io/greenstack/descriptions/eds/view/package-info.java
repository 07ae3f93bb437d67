/** What the API shows of an EDS file, made from its model. Plain Java; nothing here knows of HTTP or SQL. */
package io.greenstack.descriptions.eds.view;
