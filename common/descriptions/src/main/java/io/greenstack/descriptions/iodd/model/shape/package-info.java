/**
 * Which attributes and child elements the records of the model have, declared once for all: the reader, the JSON form
 * and the canonical XML work through these shapes.
 */
package io.greenstack.descriptions.iodd.model.shape;
