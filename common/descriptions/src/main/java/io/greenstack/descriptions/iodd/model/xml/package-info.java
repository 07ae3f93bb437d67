/** Writes a description as XML again, from the model alone. */
package io.greenstack.descriptions.iodd.model.xml;
