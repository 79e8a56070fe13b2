(ns quorate.competition-test
  (:require [clojure.test :refer [deftest is testing]]
            [quorate.competition :as competition]
            [quorate.model :as model]))

(defn op
  [process type f value]
  {:process process, :type type, :f f, :value value})

(def valid? (comp :valid? competition/analysis))

(def overlapping
  [(op 0 :invoke :write 1)
   (op 0 :ok :write 1)
   (op 1 :invoke :cas [1 2])
   (op 2 :invoke :read nil)
   {:process :nemesis, :type :info, :f :start, :value nil}
   (op 2 :ok :read 1)
   (op 1 :ok :cas [1 2])])

(deftest a-register-holds-what-was-written
  (is (true? (valid? (model/cas-register) overlapping)))
  (is (true? (valid? (model/register 0) [(op 0 :invoke :read nil) (op 0 :ok :read 0)])))
  (is (false? (valid? (model/register 0) [(op 0 :invoke :read nil) (op 0 :ok :read 7)]))))

(deftest a-read-of-nil-says-something-where-the-register-starts-with-nil
  (let [history [(op 0 :invoke :write 1) (op 0 :ok :write 1)
                 (op 0 :invoke :read nil) (op 0 :ok :read nil)]]
    (is (false? (valid? (model/register) history)))
    (is (true? (valid? (model/register 0) history)))))

(deftest a-valid-history-comes-with-an-order
  (is (= [1 1 [1 2]]
         (map :value (:order (competition/analysis (model/cas-register) overlapping))))))

(deftest an-invalid-history-comes-with-the-reason
  (let [history (conj overlapping (op 3 :invoke :read nil) (op 3 :ok :read 1))
        result  (competition/analysis (model/cas-register) history)]
    (is (false? (:valid? result)))
    (is (= (last history) (:op result)))
    (is (string? (:sentence result)))
    (is (every? (clojure.core/set history) (:counterexample result)))
    (is (seq (:configs result)))
    (is (= :quorate (:analyzer result)))))

(deftest a-failed-cas-says-what-it-is-told-to-say
  (let [history [(op 0 :invoke :cas [nil 1]) (op 0 :fail :cas [nil 1])]]
    (is (true? (valid? (model/cas-register) history)))
    (is (false? (valid? (model/cas-register) history {:failed-cas :observe})))))

(deftest a-crashed-write-may-be-seen-late
  (let [history [(op 0 :invoke :write 5)
                 (op 0 :info :write 5)
                 (op 1 :invoke :read nil)
                 (op 1 :ok :read nil)
                 (op 1 :invoke :read nil)
                 (op 1 :ok :read 5)]]
    (is (true? (valid? (model/register) history)))
    (is (false? (valid? (model/register)
                        (conj history (op 1 :invoke :read nil) (op 1 :ok :read nil)))))))

(deftest every-model-by-its-name
  (is (false? (valid? (model/mutex) [(op 0 :invoke :acquire nil) (op 0 :ok :acquire nil)
                                     (op 1 :invoke :acquire nil) (op 1 :ok :acquire nil)])))
  (is (true? (valid? (model/reentrant-mutex)
                     [(op 0 :invoke :acquire nil) (op 0 :ok :acquire nil)
                      (op 0 :invoke :acquire nil) (op 0 :ok :acquire nil)])))
  (is (false? (valid? (model/owner-mutex) [(op 0 :invoke :acquire nil) (op 0 :ok :acquire nil)
                                           (op 1 :invoke :release nil) (op 1 :ok :release nil)])))
  (let [queue [(op 0 :invoke :enqueue :a) (op 0 :ok :enqueue :a)
               (op 0 :invoke :enqueue :b) (op 0 :ok :enqueue :b)
               (op 1 :invoke :dequeue nil) (op 1 :ok :dequeue :b)]]
    (is (false? (valid? (model/fifo-queue) queue)))
    (is (true? (valid? (model/unordered-queue) queue)))
    (is (true? (valid? (model/named "unordered-queue") queue))))
  (is (true? (valid? (model/set) [(op 0 :invoke :add 1) (op 0 :ok :add 1)
                                  (op 0 :invoke :read nil) (op 0 :ok :read #{1})])))
  (is (false? (valid? (model/counter) [(op 0 :invoke :increment nil) (op 0 :ok :increment nil)
                                       (op 0 :invoke :read nil) (op 0 :ok :read 2)])))
  (is (true? (valid? (model/multi-register)
                     [(op 0 :invoke :txn [[:w :x 1] [:r :y nil]])
                      (op 0 :ok :txn [[:w :x 1] [:r :y nil]])
                      (op 1 :invoke :txn [[:r :x nil]])
                      (op 1 :ok :txn [[:r :x 1]])]))))

(deftest a-budget-that-is-not-enough-is-unknown
  (let [result (competition/analysis (model/fifo-queue)
                                     [(op 0 :invoke :enqueue 1) (op 0 :ok :enqueue 1)]
                                     {:time-limit 1e-9})]
    (is (= :unknown (:valid? result)))
    (is (string? (:cause result)))))

(deftest what-is-no-history-is-refused
  (is (thrown-with-msg? RuntimeException #"history, line 1.*has no operation open"
                        (valid? (model/register) [(op 0 :ok :read 1)])))
  (is (thrown-with-msg? IllegalArgumentException #":type is neither"
                        (valid? (model/register) [(op 0 :done :read 1)])))
  (is (thrown-with-msg? IllegalArgumentException #"register knows read and write"
                        (valid? (model/register) [(op 0 :invoke :push 1)
                                                  (op 0 :ok :push 1)]))))

;; A model of one's own: votes are counted, by whatever they name.
(defrecord Tally [counts]
  model/Model
  (step [this {:keys [f value]}]
    (case f
      :vote  (->Tally (update counts value (fnil inc 0)))
      :count (if (= value counts) this (model/inconsistent (str value " is not " counts))))))

(deftest a-model-of-ones-own-keeps-clojures-values
  (let [history [(op 0 :invoke :vote :red)
                 (op 1 :invoke :vote "red")
                 (op 0 :ok :vote :red)
                 (op 2 :invoke :count nil)
                 (op 2 :ok :count {:red 1})
                 (op 1 :ok :vote "red")
                 (op 2 :invoke :count nil)]]
    (testing "a keyword is no text, and maps are equal whatever their order"
      (is (true? (valid? (->Tally {}) (conj history (op 2 :ok :count {"red" 1, :red 1})))))
      (is (false? (valid? (->Tally {}) (conj history (op 2 :ok :count {:red 2}))))))
    (testing "the operations given back are those given"
      (let [result (competition/analysis (->Tally {}) (conj history (op 2 :ok :count {})))]
        (is (= (op 2 :ok :count {}) (:op result)))))))
