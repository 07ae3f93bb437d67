package io.greenstack.api.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an endpoint waits for while it holds a worker; without it the database. That of a method counts before that of its class. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** What is waited for. */
    Part value();

    /** Parts that may hang, each with a bound of its own for the workers that wait for it. */
    enum Part {
        /** PostgreSQL. */
        DATABASE,
        /** Redis. */
        REDIS,
        /** Nothing that may hang, or something that bounds its waiters itself. */
        NOTHING
    }
}
