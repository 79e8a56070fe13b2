(ns quorate.competition
  "Is a history linearizable? In the place of knossos.competition, knossos.linear and knossos.wgl:

    (require '[quorate.competition :as competition]
             '[quorate.model :as model])

    (:valid? (competition/analysis (model/cas-register 0) history))"
  (:require [quorate.model :as model])
  (:import (io.quorate.checker Analysis
                               Call
                               Call$Returned
                               Counterexample
                               Counterexample$Kept
                               KeyVerdict
                               Model
                               Verdict$Linearizable
                               Verdict$NotLinearizable
                               Verdict$Undecided)
           (io.quorate.history Operation)
           (io.quorate.jepsen Judge OpsHistory)))

(set! *warn-on-reflection* true)

(defn- asked
  "The op that a model of one's own is stepped with."
  [^OpsHistory ops ^Call call]
  (let [answer (.answer call)]
    (if (instance? Call$Returned answer)
      {:type  :ok
       :f     (.function ops (.function call))
       :value (.value ops (.output ^Call$Returned answer))}
      {:type  :info
       :f     (.function ops (.function call))
       :value (.value ops (.argument call))})))

(defn- adapted
  "A model written in Clojure as the checker knows models."
  [own ops]
  (reify Model
    (name [_] (str own))
    (initial [_] own)
    (step [_ state call]
      (let [next (model/step state (asked ops call))]
        (if (model/inconsistent? next) [] [next])))))

(defn- op
  [^OpsHistory ops ^Operation operation]
  (.op ops (.index operation)))

(defn- stuck
  "The operation that could not be placed: of those pending the one that returned first."
  [ops ^Counterexample why]
  (let [left (.unplaced why)]
    (op ops (if (empty? left)
              (.operation ^Counterexample$Kept (last (.operations why)))
              (apply min-key (fn [^Operation o] (.returnOrder o)) left)))))

(defn- violation
  [ops own? ^Counterexample why]
  {:valid?         false
   :op             (stuck ops why)
   :sentence       (if own? "no order explains the operations of :counterexample" (.sentence why))
   :counterexample (mapv (fn [^Counterexample$Kept kept] (op ops (.operation kept)))
                         (.operations why))
   :configs        (mapv (fn [state] {:model state}) (.states why))
   :final-paths    []})

(defn- order
  [^OpsHistory ops ^Analysis analysis]
  (vec (for [^KeyVerdict key (.keys analysis)
             row (.order ^Verdict$Linearizable (.verdict key))]
         (.op ops (int row)))))

(defn analysis
  "Judges history, a sequence of invocations and completions as Jepsen records them, by model.

  Returns a map of :valid?, which is true, false or :unknown, :analyzer, :model, :op-count and
    where it is true   :order, the operations in an order that explains every answer
    where it is false  :op, one that no order can place, :sentence, :counterexample, a few
                       operations that are illegal whatever the others did, and :configs
    where unknown      :cause, in words

  Options: :time-limit in seconds (60), :memory-mb (1024), and :failed-cas, :ignore where a failed
  cas did not happen, :observe where it says that the value differed."
  ([model history]
   (analysis model history {}))
  ([model history {:keys [time-limit memory-mb failed-cas]
                   :or   {time-limit 60 memory-mb 1024 failed-cas :ignore}}]
   (let [own?     (not (instance? Model model))
         ops      (OpsHistory/of history own?)
         judged   (if own? (adapted model ops) model)
         analysis (Judge/check (.history ops) judged time-limit memory-mb (= :observe failed-cas))
         verdict  (.overall analysis)]
     (merge {:analyzer   :quorate
             :model      (.model analysis)
             :failed-cas failed-cas
             :op-count   (.operations analysis)}
            (condp instance? verdict
              Verdict$Linearizable    {:valid? true, :order (order ops analysis)}
              Verdict$NotLinearizable (violation ops own?
                                                 (.counterexample ^Verdict$NotLinearizable verdict))
              Verdict$Undecided       {:valid? :unknown
                                       :cause  (.why ^Verdict$Undecided verdict)})))))
