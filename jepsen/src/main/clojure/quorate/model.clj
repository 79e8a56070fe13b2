(ns quorate.model
  "What an object does when its calls come one after another: the models of Quorate's checker under
  the names knossos.model has for them, and models of your own.

  A model of your own is anything that implements Model: a step returns the next model, or
  (inconsistent \"why\"). It has to be a value, as records are."
  (:refer-clojure :exclude [set])
  (:import (io.quorate.checker.model Models)
           (io.quorate.jepsen Op)))

(defprotocol Model
  (step [model op]
    "Returns the model after op, of which :f and :value count, or an inconsistent one. The value of
    an operation that returned is what it returned; of one in doubt what it was asked with."))

(defrecord Inconsistent [msg]
  Model
  (step [this _] this)

  Object
  (toString [_] msg))

(defn inconsistent
  "What step returns where op could not have happened."
  [msg]
  (->Inconsistent msg))

(defn inconsistent?
  "Is it what inconsistent returns?"
  [model]
  (instance? Inconsistent model))

(defn- untold
  "As in Knossos, where a register starts with something a read of nil was not told what it saw."
  [register value]
  (if (nil? value) register (Models/nilUntold register)))

(defn register
  "A register: :read, :write. Of one that starts with nil, a read of nil saw nil."
  ([] (register nil))
  ([value] (untold (Models/register (Op/plain value)) value)))

(defn cas-register
  "A register that also knows :cas of [from to]."
  ([] (cas-register nil))
  ([value] (untold (Models/casRegister (Op/plain value)) value)))

(defn multi-register
  "Registers that a :txn of [:r k nil] and [:w k v] reads and writes together, initially nil."
  []
  (Models/named "multi-register"))

(defn mutex
  "A lock that anybody releases: :acquire, :release."
  []
  (Models/named "mutex"))

(defn owner-mutex
  "A lock that only the process that acquired it releases, or whoever its :value names."
  []
  (Models/named "owner-mutex"))

(defn reentrant-mutex
  "A lock its owner may acquire again, and releases as often."
  []
  (Models/named "reentrant-mutex"))

(defn fifo-queue
  ":enqueue, :dequeue; what was enqueued first comes out first."
  []
  (Models/named "fifo-queue"))

(defn unordered-queue
  ":enqueue, :dequeue, in any order."
  []
  (Models/named "unordered-queue"))

(defn set
  ":add, :remove, :contains, :read."
  []
  (Models/named "set"))

(defn counter
  ":read, :add, :increment, :decrement, :add-and-get, :get-and-add."
  []
  (Models/named "counter"))

(defn named
  "Any model of the checker by its name, a string: stack, append-list, key-value, ..."
  [model]
  (Models/named model))
