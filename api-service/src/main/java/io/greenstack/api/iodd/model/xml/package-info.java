/** Writes a description as XML again, from the model alone. */
package io.greenstack.api.iodd.model.xml;
