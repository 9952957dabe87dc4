// Version 1.17.0 (the newest without an install script) ships no type declarations of its own.
declare module 'onnxruntime-node' {
  export { InferenceSession, Tensor } from 'onnxruntime-common';
}
