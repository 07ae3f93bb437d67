package io.greenstack.api.twin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A change that somebody wants to make.
 *
 * @param desired wanted values, null = they stay
 * @param reported reported values, null = they stay
 * @param replace whether they replace what is there, or are merge patches of it
 */
record TwinWrite(ObjectNode desired, ObjectNode reported, boolean replace) {

    TwinWrite withDesired(ObjectNode checked) {
        return new TwinWrite(checked, reported, replace);
    }
}
