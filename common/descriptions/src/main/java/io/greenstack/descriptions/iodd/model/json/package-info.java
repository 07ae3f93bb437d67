/** The JSON form of a description: all of the model, in snake case, independent of the order of keys. */
package io.greenstack.descriptions.iodd.model.json;
