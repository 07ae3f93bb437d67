package io.greenstack.api.eds;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;

import io.greenstack.descriptions.eds.recipe.ConnectionRecipe;

/**
 * How to open a connection.
 *
 * @param recipe what to enter into a scanner
 * @param snippets the same as programs
 */
record RecipeView(ConnectionRecipe recipe, Snippets snippets) {

    /**
     * Ready programs.
     *
     * @param pycomm3 Python program for pycomm3
     * @param nodeRed Node-RED flow to import
     */
    public record Snippets(String pycomm3, @JsonProperty("node-red") @JsonRawValue String nodeRed) {}
}
