import { Component, type ReactNode } from 'react';

type Props = {
  /** What stands there instead. */
  readonly fallback: ReactNode;
  /** When this value changes, it tries again to show the children. */
  readonly tryAgain?: unknown;
  readonly children: ReactNode;
};

type State = { readonly failed: boolean; readonly at: unknown };

/** Confines what cannot be drawn: without it React takes the whole window down. */
export class Boundary extends Component<Props, State> {
  override readonly state: State = { failed: false, at: this.props.tryAgain };

  static getDerivedStateFromError(): Pick<State, 'failed'> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ tryAgain }: Props, { at }: State): State | null {
    return Object.is(tryAgain, at) ? null : { failed: false, at: tryAgain };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
