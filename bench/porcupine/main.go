// Porcupine on one history of a cas register, for bench/checker-vs-porcupine.
//
//	porcupine HISTORY SECONDS MEBIBYTES
//
// HISTORY has a line for each operation that can bear on the verdict, six fields apart by blanks:
//
//	client read result 0 call return
//	client write value 0 call return
//	client cas from to call return
//
// Values are numbers, the initial one is 0. call and return are places in the order of the
// history, all distinct; a return of -1 says that the outcome is unknown: the operation may take
// effect at any time after its call, or never. Failed operations are left out.
//
// Prints the verdict (ok, illegal, unknown or memory), the seconds of the check alone, and the
// most resident memory in MiB. Above MEBIBYTES it gives up with the verdict memory. What is wrong
// with the arguments or the file is one sentence on the error stream and exit code 254.
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/anishathalye/porcupine"
)

const watchEvery = 20 * time.Millisecond

// The limit of the collector as a share of the one of the process, so that garbage alone never is
// what breaks it.
const heapShare = 15.0 / 16

type kind uint8

const (
	read kind = iota
	write
	cas
)

// One operation as the model meets it: values boxed once, so that no step allocates.
type request struct {
	kind    kind
	from    interface{}
	to      interface{}
	unknown bool
}

// A register with compare-and-set. One whose outcome is unknown may have been refused.
func register() porcupine.Model {
	return porcupine.Model{
		Init: func() interface{} { return 0 },
		Step: func(state, input, output interface{}) (bool, interface{}) {
			asked := input.(*request)
			switch asked.kind {
			case read:
				return state == asked.from, state
			case write:
				return true, asked.to
			default:
				if state == asked.from {
					return true, asked.to
				}
				return asked.unknown, state
			}
		},
		Hash: func(state interface{}) uint64 { return uint64(state.(int)) * 0x9e3779b97f4a7c15 },
	}
}

func main() {
	if len(os.Args) != 4 {
		stop("usage: porcupine HISTORY SECONDS MEBIBYTES")
	}
	seconds := number(os.Args[2], "SECONDS")
	mebibytes := number(os.Args[3], "MEBIBYTES")
	history := parse(os.Args[1])
	debug.SetMemoryLimit(int64(heapShare * float64(mebibytes<<20)))
	began := time.Now()
	go watch(mebibytes, began)
	result := porcupine.CheckOperationsTimeout(
		register(), history, time.Duration(seconds)*time.Second)
	answer(verdict(result), began)
}

func verdict(result porcupine.CheckResult) string {
	switch result {
	case porcupine.Ok:
		return "ok"
	case porcupine.Illegal:
		return "illegal"
	default:
		return "unknown"
	}
}

func answer(verdict string, began time.Time) {
	fmt.Printf("%s %.6f %d\n", verdict, time.Since(began).Seconds(), peakMebibytes())
}

func watch(mebibytes int, began time.Time) {
	for peakMebibytes() <= mebibytes {
		time.Sleep(watchEvery)
	}
	answer("memory", began)
	os.Exit(0)
}

// The most resident memory so far, by the kernel's own count.
func peakMebibytes() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		stop("there is no /proc/self/status to read the memory from: this needs Linux")
	}
	for _, line := range strings.Split(string(status), "\n") {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "VmHWM:" {
			return number(fields[1], "VmHWM") >> 10
		}
	}
	stop("/proc/self/status has no line VmHWM: this needs Linux")
	return 0
}

func parse(path string) []porcupine.Operation {
	file, err := os.Open(path)
	if err != nil {
		stop(err.Error())
	}
	defer file.Close()
	var history []porcupine.Operation
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		operation, err := operation(lines.Text())
		if err != nil {
			stop(fmt.Sprintf("%s, line %d: %s", path, len(history)+1, err))
		}
		history = append(history, operation)
	}
	if err := lines.Err(); err != nil {
		stop(err.Error())
	}
	return history
}

func operation(line string) (porcupine.Operation, error) {
	var client, first, second int
	var word string
	var call, ret int64
	_, err := fmt.Sscan(line, &client, &word, &first, &second, &call, &ret)
	if err != nil {
		return porcupine.Operation{}, fmt.Errorf("%q is not an operation: %w", line, err)
	}
	asked := &request{from: first, to: second, unknown: ret < 0}
	switch word {
	case "read":
		asked.kind = read
	case "write":
		asked.kind = write
		asked.to = first
	case "cas":
		asked.kind = cas
	default:
		return porcupine.Operation{}, fmt.Errorf("%q is neither read, write nor cas", word)
	}
	if ret < 0 {
		ret = math.MaxInt64
	}
	return porcupine.Operation{ClientId: client, Input: asked, Call: call, Return: ret}, nil
}

func number(text, what string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 {
		stop(fmt.Sprintf("%s must be a number above 0, not %q", what, text))
	}
	return n
}

func stop(why string) {
	fmt.Fprintln(os.Stderr, "porcupine: "+why)
	os.Exit(254)
}
