package io.greenstack.api.cache;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer of this endpoint is kept as the octets that are sent, and sent again without asking it. So it must depend on nothing
 * but the address, the language that the client prefers, and what {@link Cached} methods answer; and on the clock no longer than
 * {@link AnswerParts#goodUntil} says. Viewers, operators and administrators must see the same.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeptWhole {
}
