package io.greenstack.api.audit;

import java.time.Instant;

import io.greenstack.descriptions.Sparse;

/**
 * A write over the API.
 *
 * @param id number of the entry; later ones have larger numbers
 * @param at when it was answered
 * @param actor name of the key, {@code oidc:} and name of the person, or {@code local} where the API runs open
 * @param address address of the client
 * @param method method of HTTP
 * @param path path without the query
 * @param status status of the answer; from 400 on nothing was changed
 * @param traceId trace of the request, absent if it was not traced
 * @param body JSON that was sent, secrets masked; absent if it was none or longer than 4,096 characters
 * @param before what was there of that which changed, where the write tells it and it is small; secrets masked
 * @param after what is there now
 */
record AuditEntry(long id, Instant at, String actor, String address, String method, String path, int status,
        String traceId, String body, String before, String after) implements Sparse {}
