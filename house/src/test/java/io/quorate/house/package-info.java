/**
 * The rules of the house, as tests over the classes and sources of every module.
 *
 * <p>A rule looks at a {@link io.quorate.house.House} and returns its {@link
 * io.quorate.house.Breach}es. Every rule is shown a planted breach in {@link
 * io.quorate.house.RulesCanFailTest}, since a rule that cannot fail holds nothing. This package
 * must never be on anybody's class path.
 *
 * <p>Start reading at {@link io.quorate.house.Rules}, then {@link io.quorate.house.HouseTest}.
 */
@NullMarked
package io.quorate.house;

import org.jspecify.annotations.NullMarked;
