/**
 * The content of an IODD file as immutable records, one record for each element of the specification (IO-Link Community
 * document 10.012). Nothing is dropped: what a record has no component for is in its
 * {@link io.greenstack.descriptions.iodd.model.Source}, which each record ends with. Texts are text ids; they become texts in
 * {@link io.greenstack.descriptions.iodd.standard.IoddTexts}. Plain Java, no framework.
 */
package io.greenstack.descriptions.iodd.model;
