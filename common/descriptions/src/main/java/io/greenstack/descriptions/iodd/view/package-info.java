/**
 * What the API shows of an IODD: plain records in one language, made from the model at import and stored as one JSON
 * document, so that every read is one row.
 */
package io.greenstack.descriptions.iodd.view;
