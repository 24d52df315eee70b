// A native select: people know it, phones open their own wheel, and the first letters find a line.
export default {
  props: { label: String, options: Array, value: String, disabled: Boolean },
  emits: ["update:value"],
  template: `
<span class="long-choice"><select :aria-label="label" :value="value" :disabled="disabled" @change="$emit('update:value', $event.target.value)">
  <option v-for="[key, words] in options" :key="key" :value="key">{{ words }}</option></select></span>`,
};
