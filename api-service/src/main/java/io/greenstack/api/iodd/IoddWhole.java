package io.greenstack.api.iodd;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.greenstack.descriptions.iodd.view.IoddDetail;

/** What the catalog knows of a description and what its file says, in one object, as answers show it; they are written without it. */
record IoddWhole(@JsonUnwrapped IoddEntry entry, @JsonUnwrapped IoddDetail detail) {}
